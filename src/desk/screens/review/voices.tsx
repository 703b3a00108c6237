import type { Teller } from '../../../telling/teller.ts';
import { questionsOf, voicesOf } from '../../../telling/voices.ts';
import { rt } from '../../../text/review.ts';
import { SourceChips } from '../../parts/source-chip.tsx';
import { Part } from './part.tsx';

/** What each author would say of this game, as theirs. */
export const VoicesPart = ({ teller }: { readonly teller: Teller }) => {
  const authors = voicesOf(teller);
  return authors.length === 0 ? null : (
    <Part name="rv-voices" title={rt('voices.title')} note={rt('voices.note')}>
      <ul>
        {authors.map(({ article, by, voices }) => (
          <li key={article}>
            <h3>{by}</h3>
            {voices.map(({ id, text, claims }) => (
              <p key={id} class="brief">
                {text} <SourceChips claims={claims} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** What to talk about after a game. */
export const QuestionsPart = ({ teller }: { readonly teller: Teller }) => {
  const questions = questionsOf(teller);
  return questions.length === 0 ? null : (
    <Part name="rv-questions" title={rt('questions.title')}>
      <ol>
        {questions.map((question) => (
          <li key={question} class="brief">
            {question}
          </li>
        ))}
      </ol>
    </Part>
  );
};

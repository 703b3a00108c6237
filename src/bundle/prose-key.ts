type Of<Stem extends string, Fields extends string> = `${Stem}.${string}.${Fields}`;

/** Keys of a scenario's words, as `Prose` has them; ids stand where `string` does. A key of another form is a mistake of the program. */
export type ProseKey =
  | `scenario.${'title' | 'premise' | 'lead' | 'role' | 'place_note'}`
  | Of<'power', 'name' | 'capital' | 'about' | `goal.${string}` | `line.${string}` | `want.${string}`>
  | Of<'viewpoint' | 'reading' | 'variable', 'name' | 'about'>
  | `stage.${string}.${string}`
  | `cause.${string}.${string}`
  | `sign.${string}.${string}`
  | Of<'situation', 'title' | 'brief' | 'hook' | 'tap' | `view.${string}`>
  | `situation.${string}.option.${string}.${'title' | 'line' | 'tail' | 'outcome' | `not.${string}`}`
  | Of<'act', 'title' | 'line' | 'done' | 'reason' | `not.${string}`>
  | Of<'charge', 'title' | 'line' | 'told'>
  | Of<'ending', 'title' | `text.${string}`>
  | Of<'warning', 'text'>
  | Of<'rule', 'title'>
  | Of<'setup', 'title' | 'line'>
  | `setup.${string}.${string}.${'title' | 'line'}`
  | Of<'principle', 'title' | 'about'>
  | Of<'chapter', 'title' | 'text'>
  | Of<'stance' | 'group' | 'answer', 'name'>
  | `because.${string}`
  | `name.${string}`
  | `claim.${string}`
  | Of<'article', 'title' | 'by' | 'where'>
  | `${'news' | 'voice' | 'question'}.${string}`
  | `case.${string}.title`
  | `chart.water${'' | '.local'}`;

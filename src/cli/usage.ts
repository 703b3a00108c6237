/** Something asked for in a way the command line does not understand; ends with status 2. */
export class UsageError extends Error {}

export const USAGE = `bamboo: the game from a terminal. Every command takes --json.

  bamboo scenarios                            what can be played
  bamboo check FILE|DIR [--fix]               all problems of a scenario file, a scenario folder or a folder of them
  bamboo play SCENARIO [--seed TEXT] [--lens L] [--charges A,B] [--policy P] [--lang en|vi]
                     [--seats S,S/CHAIR,S=P] [--rule majority|word:CHAIR|quorum:N]
                                              a game: by a policy, or by you when none is named; --seats names the seats
                                              and chairs that people hold in turn, and those that a policy plays
  bamboo replay RECORD|FILE [SCENARIO]        plays a link, its code or an exported game again and compares
  bamboo lab SCENARIO --games N [--policy P]... [--seed TEXT] [--lens L] [--workers W] [--targets]
                     [--betrays]              many games, and what came of them; --betrays: what each answer tells of hidden causes
  bamboo preview FILE|DIR [--port N]          one scenario in the browser, shown anew whenever it is saved
  bamboo claims [SCENARIO]                    which claims act in play, are told, or wait
  bamboo choices SCENARIO                     answers and acts of each stance towards each power and group
  bamboo teach [FOLDER] [--address URL]       pages for teachers to print: guide, roles, ballots, marking, paragraphs;
                                              --address: where the folder will be on the web, for QR codes
  bamboo theory [SCENARIO] [--lens L]         what each lens makes of the cases the articles tell, and where the lenses part

SCENARIO is an id that \`bamboo scenarios\` prints, or the path of a scenario file or folder.
Policies: random, reckless, cautious, hedge, partner-<group>, align-<power or group>, history, greedy-<reading>: of groups, powers and readings of the scenario.`;

/** What a target can be set in. */
export const TARGET_MEASURES = [
  'stops',
  'situations_seen',
  'overlap',
  'stops_per_event',
  'early_loss',
  'ending',
  'warned',
  'spread',
  'all_charges',
  'wanting',
  'initiative',
  'commonest_ending',
  'rarest_ending',
  'pivotal',
  'coverage',
  'coverage_differences',
  'told_apart',
  'telling_cells',
  'moves_differ',
  'concerned_differ',
  'stances_differ',
  'openings_differ',
  'identifiable',
  'identifiable_shuffled',
  'identifiable_placebo',
  'answered',
  'opened_by_deeds',
  'alike',
  'situations_alike',
  'best_share',
  'posture_wins',
  'lens_endings',
  'odds_early',
  'says_false',
  'texts_twice',
  'most_taken',
  'least_taken',
] as const;

/** Inclusive. */
interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** A figure that the games of a scenario should have: for `lab --targets`, never for players. */
export interface TargetInfo {
  readonly id: string;
  readonly measure: (typeof TARGET_MEASURES)[number];
  /** Whose games, the ending and the reading that are meant, where the measure asks. */
  readonly policy?: string;
  /** The policy whose games it is held against. */
  readonly other?: string;
  /** Policies that are looked at together. */
  readonly policies?: readonly string[];
  readonly ending?: string;
  /** Two kinds of stance, `hedge/resist`. */
  readonly stances?: string;
  readonly reading?: string;
  /** The turn up to which it counts, not included. */
  readonly turn?: number;
  readonly floor: Bounds;
  readonly goal?: Bounds;
}

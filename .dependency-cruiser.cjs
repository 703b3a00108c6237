/**
 * Imports point up the list of rooms only: a room may import from those above it.
 * `cruise` reads type-only imports too (tsPreCompilationDeps), so that a rule can tell them apart.
 */
const ROOMS = ['engine', 'bundle', 'scenario', 'players', 'session', 'lab', 'text', 'telling', 'desk'];
/** The phases of the compiler, in order: a phase may import from those before it. */
const PHASES = ['problem', 'syntax', 'schema', 'symbols', 'expression', 'prose', 'lower', 'emit'];

const folder = (rooms) => `^src/(?:${rooms.join('|')})/`;
const phase = (phases) => `^src/scenario/(?:${phases.join('|')})/`;

/** Where a room or a phase may not reach. */
const inOrder = (names, path, all, what) =>
  names.map((name, i) => ({
    name: `${name}-imports-${what}`,
    severity: 'error',
    from: { path: path([name]) },
    to: { path: all, pathNot: path(names.slice(0, i + 1)) },
  }));

module.exports = {
  forbidden: [
    ...inOrder(ROOMS.slice(0, -1), folder, '^src/', 'up-the-list'),
    ...inOrder(PHASES, phase, '^src/scenario/', 'earlier-phases'),
    {
      name: 'screens-are-apart',
      comment: 'A screen never imports another one: what two share is a part.',
      severity: 'error',
      from: { path: '^src/desk/screens/([^/]+)/' },
      to: { path: '^src/desk/screens/', pathNot: '^src/desk/screens/$1/' },
    },
    {
      name: 'parts-have-props-only',
      severity: 'error',
      from: { path: '^src/desk/parts/' },
      to: { path: '^src/desk/(?:screens|game)/' },
    },
    {
      name: 'files-are-read-in-one-room',
      comment: 'The compiler is pure: it gets texts. Only `disk`, the command line and the threads of the lab touch the machine.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:disk|cli)/|^src/lab/threads?\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-imports-nothing-else',
      comment: 'The engine is pure: no package, no Node module.',
      severity: 'error',
      from: { path: folder(['engine']) },
      to: { pathNot: folder(['engine']) },
    },
    {
      name: 'scenario-stays-out-of-play',
      comment: 'The compiler never reaches the page: what plays a game knows a bundle, and nothing else.',
      severity: 'error',
      from: { path: folder(['players', 'session', 'lab', 'text', 'telling', 'desk', 'stage', 'classroom']) },
      to: { path: folder(['scenario', 'disk']) },
    },
    {
      name: 'the-command-line-is-no-page',
      severity: 'error',
      from: { path: folder(['desk', 'stage', 'classroom', 'text']) },
      to: { path: folder(['cli']) },
    },
    {
      name: 'no-page-on-the-command-line',
      severity: 'error',
      from: { path: folder(['cli']) },
      // What the desk says can be said in a terminal; what it draws cannot.
      to: { path: `${folder(['stage', 'classroom'])}|^src/desk/.*\\.tsx$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stage-comes-later',
      comment: 'The desk can be played before the stage has loaded and without it.',
      severity: 'error',
      from: { path: folder(['desk', 'classroom']) },
      to: { path: folder(['stage']), dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'phaser-on-stage-only',
      severity: 'error',
      from: { path: '^src/', pathNot: folder(['stage']) },
      to: { path: '(?:^|/)node_modules/phaser/' },
    },
    {
      name: 'seedrandom-in-session-only',
      severity: 'error',
      from: { path: '^src/', pathNot: folder(['session']) },
      to: { path: '(?:^|/)node_modules/(?:@types/)?seedrandom/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(?:src|bench)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // The build makes `virtual:bamboo/...`; there is no file to find.
    { name: 'no-lost-imports', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:bamboo/' } },
    { name: 'tests-are-not-imported', severity: 'error', from: { path: '^(?:src|bench)/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};

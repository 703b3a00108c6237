/**
 * Imports point up the list of rooms only: a room may import from those above it.
 * `cruise` reads type-only imports too (tsPreCompilationDeps), so that a rule can tell them apart.
 */
const ROOMS = ['engine', 'scenario', 'players', 'session', 'lab'];

const folder = (rooms) => `^src/(?:${rooms.join('|')})/`;

const upTheList = ROOMS.map((room, i) => ({
  name: `${room}-imports-up-the-list`,
  severity: 'error',
  from: { path: folder([room]) },
  to: { path: '^src/', pathNot: folder(ROOMS.slice(0, i + 1)) },
}));

module.exports = {
  forbidden: [
    ...upTheList,
    {
      name: 'engine-imports-nothing-else',
      comment: 'The engine is pure: no package, no Node module.',
      severity: 'error',
      from: { path: folder(['engine']) },
      to: { pathNot: folder(['engine']) },
    },
    {
      name: 'text-imports-up-the-list',
      severity: 'error',
      from: { path: folder(['text']) },
      to: { path: '^src/', pathNot: folder([...ROOMS, 'text']) },
    },
    {
      name: 'scenario-stays-out-of-play',
      comment: 'The compiler never reaches the page: what plays a game may know the shape of a bundle, and nothing else.',
      severity: 'error',
      from: { path: folder(['players', 'session', 'lab', 'desk', 'stage', 'classroom', 'text']) },
      to: { path: folder(['scenario']), dependencyTypesNot: ['type-only'], pathNot: '^src/scenario/story\\.ts$' },
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

const { readdirSync, readFileSync } = require('node:fs');

/** Modules in their order: each may use those before it, none after. The demo county uses them all. */
const list = readFileSync('server/src/modules.ts', 'utf8');
const folderOf = new Map(
  [...list.matchAll(/^import \{ (\w+) \} from '#modules\/([\w-]+)\//gm)].map(([, name, folder]) => [
    name,
    folder,
  ]),
);
const moduleOrder = [...list.matchAll(/^ {2}(\w+Module),$/gm)]
  .map(([, name]) => folderOf.get(name))
  .concat('demo');
const folders = readdirSync('server/src/modules');
if (folders.length !== moduleOrder.length || !folders.every((folder) => moduleOrder.includes(folder)))
  throw new Error(
    `server/src/modules.ts lists ${moduleOrder.join(', ')}, and the folders are ${folders.join(', ')}`,
  );

const laterModules = moduleOrder.slice(0, -1).map((name, index) => ({
  name: `order-${name}`,
  comment: `${name} comes before these modules and may not use them.`,
  severity: 'error',
  from: { path: `^server/src/modules/${name}/` },
  to: { path: `^server/src/modules/(${moduleOrder.slice(index + 1).join('|')})/` },
}));

const test = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files that need each other are one file, or want a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'schema-alone',
      comment: 'schema holds the nouns and imports nothing of ours.',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(server|admin|tests)/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'platform may use platform, shared codes and its own tables.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: test },
      to: {
        path: '^(server|schema|admin|tests)/',
        pathNot: [
          '^server/src/platform/',
          '^schema/[^/]+\\.ts$',
          '^schema/(codes|audit|change|platform|person)/',
        ],
      },
    },
    {
      name: 'platform-core-alone',
      comment:
        'Words, errors, clock and ids need no other folder; `context.ts` names the parts that a context has.',
      severity: 'error',
      from: { path: '^server/src/platform/core/', pathNot: ['core/context\\.ts$', test] },
      to: { path: '^server/src/', pathNot: '^server/src/platform/core/' },
    },
    {
      name: 'platform-database-below-reads-and-writes',
      comment: 'Connections and statements know nothing of what is read and written by them.',
      severity: 'error',
      from: { path: '^server/src/platform/(access|database)/', pathNot: test },
      to: { path: '^server/src/', pathNot: '^server/src/platform/(access|core|database)/' },
    },
    {
      name: 'cli-below-boot',
      comment: 'The server that starts may run a command; no command starts the server.',
      severity: 'error',
      from: { path: '^server/src/(cli/|prepare-database\\.ts)', pathNot: test },
      to: { path: '^server/src/(boot/|main\\.ts)' },
    },
    {
      name: 'modules-below-api',
      comment: 'modules know nothing of what puts them together.',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: test },
      to: {
        path: '^(server/src/(api|boot|cli)/|server/src/(app|main|modules|prepare-database)\\.ts|admin/|tests/)',
      },
    },
    {
      name: 'api-below-app',
      severity: 'error',
      from: { path: '^server/src/api/', pathNot: test },
      to: { path: '^(server/src/(boot|cli)/|server/src/(app|main|prepare-database)\\.ts|admin/|tests/)' },
    },
    {
      name: 'app-below-main',
      severity: 'error',
      from: { path: '^server/src/app\\.ts$' },
      to: { path: '^(server/src/(boot|cli)/|server/src/(main|prepare-database)\\.ts|admin/|tests/)' },
    },
    {
      name: 'server-not-tests-or-admin',
      severity: 'error',
      from: { path: '^server/', pathNot: test },
      to: { path: '^(admin|tests)/' },
    },
    {
      name: 'closed-files-of-a-module',
      comment:
        "A module's queries and resolver are its own; others use its service, rules, policy, type or entity.",
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: test },
      to: {
        path: '^server/src/modules/[^/]+/.*\\.(queries|resolver)\\.ts$',
        pathNot: '^server/src/modules/$1/',
      },
    },
    {
      name: 'resolver-not-queries',
      comment: 'A resolver calls a service, which asks rules and policy.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '\\.queries\\.ts$' },
    },
    {
      name: 'sql-in-queries',
      comment:
        'SQL lives in queries, in what an entity declares, in the row scope of a policy, and in platform.',
      severity: 'error',
      from: {
        path: '^server/src/modules/',
        pathNot: ['\\.(queries|entity|policy)\\.ts$', test],
      },
      to: { path: 'node_modules/(drizzle-orm|postgres)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Values in, values out: no database, no services.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '\\.(queries|service|resolver)\\.ts$' },
    },
    {
      name: 'admin-knows-the-api-only',
      comment: 'The front ends know the SDL and the coded lists.',
      severity: 'error',
      from: { path: '^admin/', pathNot: test },
      to: {
        path: '^(server|tests|schema|migrations)/',
        pathNot: ['^schema/codes/', '^schema/[^/]+/[^/]+\\.codes\\.ts$'],
      },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...laterModules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The peer of the bench is a package of its own, installed elsewhere.
    exclude: { path: ['(^|/)dist(\\.|/)', '^tests/bench/peer/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};

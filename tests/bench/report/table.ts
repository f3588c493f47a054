import { median } from '#tests/bench/load/stats.ts';
import { barsOf } from './bars.ts';
import type { OtherResult, ReadResult, Results } from './results.ts';

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(row)].join(
    '\n',
  );
}

export const round = (value: number): string =>
  Number.isNaN(value)
    ? '–'
    : value >= 100
      ? String(Math.round(value))
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

export const servers = ['own', 'limit', 'postgraphile', 'plain'] as const;

export function readRow({ title, viewer, servers: figures, isOneStatement }: ReadResult): string[] {
  const perSecond = (server: string) => median(figures[server]?.perSecond ?? []);
  const ratio = (server: string) =>
    figures[server] ? `${round(perSecond('own') / perSecond(server))} ×` : '–';
  const cellOf = (server: string) => {
    const failures = figures[server]?.failures ?? 0;
    return `${figures[server] ? round(perSecond(server)) : '–'}${failures > 0 ? ` (${failures} failed)` : ''}`;
  };
  return [
    `${title}, ${viewer}${isOneStatement ? '' : ' (several statements)'}`,
    ...servers.map((server) => cellOf(server)),
    ratio('postgraphile'),
    ratio('limit'),
    ratio('plain'),
    round(median(figures.own?.p50 ?? [])),
    round(median(figures.own?.p95 ?? [])),
  ];
}

const readHead = [
  ...['read, by whom', 'this server', 'limit', 'PostGraphile', 'resolvers', '÷ PostGraphile', '÷ limit'],
  ...['÷ resolvers', 'p50 ms', 'p95 ms'],
];

const otherRow = ({ name, value, unit, note = '' }: OtherResult) => [name, `${round(value)} ${unit}`, note];

export function report(results: Results): string {
  const { machine, versions, filled } = results;
  const facts = [
    `${machine.date} UTC, commit ${machine.commit}, ${machine.cores} × ${machine.processor}, ${machine.memoryGB} GB, ${machine.system}`,
    `Node ${machine.node}, PostgreSQL ${machine.postgres}${Object.entries(versions)
      .map(([name, version]) => `, ${name} ${version}`)
      .join('')}`,
    `${results.households} households in ${filled.counties} counties, ${filled.rows.visit ?? 0} visits, ${filled.rows.member ?? 0} members, ${results.megabytes} MB, seed ${results.seed}; made in ${filled.seconds.all} s`,
    Object.entries(machine.settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  ];
  const pieces = [facts.map((fact) => `- ${fact}`).join('\n')];
  if (results.isQuick) pieces.push('A smoke run: the figures mean nothing.');
  if (results.reads.length > 0) {
    pieces.push(
      'Requests a second at 16 connections, the board at 2 (medians of rounds taken in turn); p50 and p95 of this server on one connection.',
      table(readHead, results.reads.map(readRow)),
    );
  }
  if (results.others.length > 0) pieces.push(table(['what', 'value', ''], results.others.map(otherRow)));
  const bars = barsOf(results);
  if (bars.length > 0) {
    const lines = bars.map(({ name, value, wanted, holds }) => [
      name,
      value,
      wanted,
      holds ? 'yes' : '**no**',
    ]);
    pieces.push(table(['bar', 'measured', 'wanted', 'held'], lines));
  }
  return `${pieces.join('\n\n')}\n`;
}

/** What a list of the console exports: the type of its rows, and the list whose filter it has. */
export interface Exportable {
  readonly type: string;
  readonly list: string;
}

/** By resource; a list that is not named here has no button. */
const BY_RESOURCE: Readonly<Record<string, Exportable>> = {
  households: { type: 'Household', list: 'households' },
  cadres: { type: 'Cadre', list: 'cadres' },
  organizations: { type: 'Organization', list: 'organizations' },
  pairings: { type: 'Pairing', list: 'pairings' },
  duties: { type: 'VisitDuty', list: 'visitDuties' },
  visits: { type: 'Visit', list: 'visits' },
  problems: { type: 'Problem', list: 'problems' },
  users: { type: 'User', list: 'users' },
  audit: { type: 'AuditEvent', list: 'auditEvents' },
};

export const exportableOf = (resource: string | undefined): Exportable | undefined =>
  resource === undefined ? undefined : BY_RESOURCE[resource];

/** Filter of the input: under the name of its list, and only where anything narrows it. */
export function exportFilter(
  { list }: Exportable,
  filter: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  return Object.keys(filter).length > 0 ? { [list]: filter } : undefined;
}

/** Resources by the work they serve; one that is not built in or not allowed does not show. */
export const MENU_GROUPS: readonly { key: string; resources: readonly string[] }[] = [
  { key: 'overview', resources: ['board'] },
  { key: 'registers', resources: ['households', 'cadres', 'organizations'] },
  { key: 'support', resources: ['pairings', 'duties', 'visits', 'problems'] },
  { key: 'data', resources: ['imports', 'exports'] },
  {
    key: 'system',
    resources: [
      'counties',
      'users',
      'secondFactorPolicy',
      'tokens',
      'webhooks',
      'audit',
      'divisions',
      'developers',
    ],
  },
];

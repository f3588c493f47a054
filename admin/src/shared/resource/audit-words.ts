type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** Words of the audit trail for the records of one resource; names of records and fields come from their labels. */
export type AuditWords = {
  /** Names of actions, by the name that the server logs: usually that of the mutation. */
  readonly actions: Words;
};

type Audited = readonly { readonly audit?: AuditWords }[];

/** The words of the audit trail together with those of all resources. */
export const withAuditWords = <Trail extends AuditWords>(
  trail: Trail,
  resources: Audited,
): Trail & AuditWords => ({
  ...trail,
  actions: Object.assign({}, ...resources.map(({ audit }) => audit?.actions), trail.actions),
});

/** Actions that the resources name. */
export const actionsOf = (resources: Audited): string[] =>
  resources.flatMap(({ audit }) => Object.keys(audit?.actions ?? {}));

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** Words of the audit trail for the records of one resource; field labels come from schema/codes/labels. */
export type AuditWords = {
  /** Names of actions, by the name that the server logs: usually that of the mutation. */
  readonly actions: Words;
  /** Names of record types. */
  readonly entities: Words;
};

type Audited = readonly { readonly audit?: AuditWords }[];

/** The words of the audit trail together with those of all resources. */
export function withAuditWords<Trail extends AuditWords>(
  trail: Trail,
  resources: Audited,
): Trail & AuditWords {
  const merged = (part: keyof AuditWords): Words =>
    Object.assign({}, ...resources.map(({ audit }) => audit?.[part]), trail[part]);
  return { ...trail, actions: merged('actions'), entities: merged('entities') };
}

/** Actions that the resources name. */
export const actionsOf = (resources: Audited): string[] =>
  resources.flatMap(({ audit }) => Object.keys(audit?.actions ?? {}));

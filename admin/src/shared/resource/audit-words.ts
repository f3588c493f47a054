type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What the audit trail says of the records of one resource; what their fields are called stands in their labels. */
export type AuditWords = {
  /** What is done, by the name that the server notes: most often that of the mutation. */
  readonly actions: Words;
  /** What a record is called, by its type. */
  readonly entities: Words;
};

type Audited = readonly { readonly audit?: AuditWords }[];

/** The words of the trail with those that the resources bring. */
export function withAuditWords<Trail extends AuditWords>(
  trail: Trail,
  resources: Audited,
): Trail & AuditWords {
  const merged = (part: keyof AuditWords): Words =>
    Object.assign({}, ...resources.map(({ audit }) => audit?.[part]), trail[part]);
  return { ...trail, actions: merged('actions'), entities: merged('entities') };
}

/** The names of the acts that the resources bring. */
export const actionsOf = (resources: Audited): string[] =>
  resources.flatMap(({ audit }) => Object.keys(audit?.actions ?? {}));

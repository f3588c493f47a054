const breakpoint = '--> statement-breakpoint';

const dropped = /^ALTER TABLE (?<table>"\w+") DROP CONSTRAINT (?<name>"\w+");?$/;
const added = /^ALTER TABLE (?<table>"\w+") ADD CONSTRAINT (?<name>"\w+") (?<check>CHECK \(.*\));?$/s;

/** The constraint that a statement drops or adds. */
const constraintOf = (pattern: RegExp, statement: string): string => {
  const { table, name } = pattern.exec(statement)?.groups ?? {};
  return `${table} ${name}`;
};

/**
 * A derived migration in which a CHECK became another one, such as that of a code more, as it is done on a table in use:
 * both halves in one statement, and the rows read through in a later step. See docs/migrations.md.
 */
export function withChecksInSteps(migration: string): string {
  const statements = migration.split(breakpoint).map((statement) => statement.trim());
  const drops = new Set(
    statements.filter((one) => dropped.test(one)).map((one) => constraintOf(dropped, one)),
  );
  const changed = new Set(
    statements
      .filter((one) => added.test(one))
      .map((one) => constraintOf(added, one))
      .filter((constraint) => drops.has(constraint)),
  );
  if (changed.size === 0) return migration;
  const validations: string[] = [];
  const steps = statements
    .filter((one) => !changed.has(constraintOf(dropped, one)))
    .map((one) => {
      if (!changed.has(constraintOf(added, one))) return one;
      const { table, name, check } = added.exec(one)?.groups ?? {};
      validations.push(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name};`);
      return `ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} ${check} NOT VALID;`;
    });
  return `-- step by step\n${[...steps, ...validations].join(`${breakpoint}\n`)}\n`;
}

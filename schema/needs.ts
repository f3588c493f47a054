import { Extensions } from 'type-graphql';
import type { Right } from './codes/rights.ts';

/**
 * The rights of a field beyond those of its type. Whoever lacks one gets FORBIDDEN at the field, which is therefore
 * nullable: never a zero, an empty list or a null that says "nothing there".
 */
export const Needs = (...rights: readonly Right[]): ReturnType<typeof Extensions> => Extensions({ rights });

/** What `Needs` says of a field of the schema. */
export const rightsOf = ({ extensions }: { extensions: object }): readonly Right[] =>
  'rights' in extensions ? (extensions.rights as readonly Right[]) : [];

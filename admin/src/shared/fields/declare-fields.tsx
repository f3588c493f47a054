import { cloneElement, type ReactElement } from 'react';
import { DataTable, RecordField } from 'react-admin';
import type { DrawInput } from '../form/form-fields.ts';
import type { FieldKind, FilterProps, InputProps } from './kinds.tsx';

interface ColumnOptions {
  disableSort?: boolean;
}

/** One field of a resource, wherever it appears. */
export interface Field {
  /** In the table of a list. */
  column: (options?: ColumnOptions) => ReactElement;
  /** Above a list. */
  filter: (options?: Omit<FilterProps, 'source'>) => ReactElement<{ source: string }>;
  /** In a form, under the name that the mutation has for it. */
  input: (options?: Omit<InputProps, 'source'>) => DrawInput;
  /** On the page of a record. */
  fact: () => ReactElement;
}

function fieldOf(source: string, kind: FieldKind): Field {
  const Column = kind.isNumber ? DataTable.NumberCol : DataTable.Col;
  return {
    column: (options) => (
      <Column key={source} source={source} {...options}>
        {kind.show?.(source)}
      </Column>
    ),
    filter: (options) => {
      const drawn = kind.filter({ source, ...options }) as ReactElement<{ source: string }>;
      return cloneElement(drawn, { key: source });
    },
    input: (options) => (name) => kind.input({ source: name, ...options }),
    fact: () => (
      <RecordField key={source} source={source} empty="—">
        {kind.show?.(source)}
      </RecordField>
    ),
  };
}

/**
 * The fields of a resource, each said once: the list, its filters, the forms and the page of a record are put together
 * from them.
 */
export function declareFields<Name extends string>(
  kinds: Readonly<Record<Name, FieldKind>>,
): Readonly<Record<Name, Field>> {
  const fields = Object.entries<FieldKind>(kinds).map(([source, kind]) => [source, fieldOf(source, kind)]);
  return Object.fromEntries(fields) as Record<Name, Field>;
}

import { cloneElement, type ReactElement } from 'react';
import { DataTable, RecordField } from 'react-admin';
import type { DrawInput } from '../form/form-fields.ts';
import type { FieldKind, FilterProps, InputProps } from './kinds.tsx';

interface ColumnOptions {
  disableSort?: boolean;
}

/** One field of a resource, wherever it is shown. */
export interface Field {
  /** A column of a list's table. */
  column: (options?: ColumnOptions) => ReactElement;
  /** A filter above a list. */
  filter: (options?: Omit<FilterProps, 'source'>) => ReactElement<{ source: string }>;
  /** An input of a form, under the mutation's name for it. */
  input: (options?: Omit<InputProps, 'source'>) => DrawInput;
  /** A fact on a record's page. */
  fact: () => ReactElement;
}

function fieldOf(source: string, kind: FieldKind): Field {
  return {
    // What a kind shows itself must not go through a number: an amount stays the text that it is.
    column: (options) =>
      kind.isNumber && !kind.show ? (
        <DataTable.NumberCol key={source} source={source} {...options} />
      ) : (
        <DataTable.Col key={source} source={source} align={kind.isNumber ? 'right' : undefined} {...options}>
          {kind.show?.(source)}
        </DataTable.Col>
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

/** The fields of a resource, each declared once: list, filters, forms and pages are built from them. */
export function declareFields<Name extends string>(
  kinds: Readonly<Record<Name, FieldKind>>,
): Readonly<Record<Name, Field>> {
  const fields = Object.entries<FieldKind>(kinds).map(([source, kind]) => [source, fieldOf(source, kind)]);
  return Object.fromEntries(fields) as Record<Name, Field>;
}

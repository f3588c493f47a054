import { createElement } from 'react';
import type { RaRecord } from 'react-admin';
import { expect, test } from 'vitest';
import type { DrawInput } from '../form/form-fields.ts';
import { type EditFields, startsEmpty } from './edit-fields.ts';
import { editFormOf } from './edit-form.ts';

interface Row {
  id: string;
  name: string;
  size: number | null;
}

interface Input {
  id: string;
  expectedVersion: number;
  name?: string | null;
  size?: number | null;
  phone?: string | null;
}

type Fields<Read> = EditFields<Input, Read, 'id' | 'expectedVersion'>;

const draw: DrawInput = (source) => createElement('input', { name: source });
const phone = startsEmpty((source: string) => draw(source));
const whole: Fields<Row> = { name: draw, size: draw, phone };

test('a field that the record does not hold, or holds in another shape, is a type error', () => {
  // @ts-expect-error the page does not read the size
  const unread: Fields<Omit<Row, 'size'>> = whole;
  // @ts-expect-error a size as text is not what the mutation takes
  const otherwise: Fields<Omit<Row, 'size'> & { size: string }> = whole;
  // @ts-expect-error the phone is not read, and does not say that it starts empty
  const unsaid: Fields<Row> = { name: draw, size: draw, phone: draw };
  // @ts-expect-error the form forgets the size
  const forgotten: Fields<Row> = { name: draw, phone };
  expect([unread, otherwise, unsaid, forgotten]).toHaveLength(4);
});

const update = async (_: Input): Promise<RaRecord | null> => null;
const one = async (): Promise<Row | null> => null;
const oneWithoutSize = async (): Promise<Omit<Row, 'size'> | null> => null;

test('a form is held against the page and the mutation of its documents', () => {
  const form = editFormOf({ one, update }, { name: draw, size: draw, phone });
  expect(Object.keys(form.inputs)).toEqual(['name', 'size', 'phone']);
  // @ts-expect-error the page does not read the size
  editFormOf({ one: oneWithoutSize, update }, { name: draw, size: draw, phone });
  const toRecord = (row: Pick<Row, 'id'>) => ({ ...row, size: 1 });
  editFormOf({ one: oneWithoutSize, update, toRecord }, { name: draw, size: draw, phone });
  const toAnything = (row: Pick<Row, 'id'>): RaRecord => row;
  // @ts-expect-error a record of any fields does not tell that it has a size
  editFormOf({ one: oneWithoutSize, update, toRecord: toAnything }, { name: draw, size: draw, phone });
});

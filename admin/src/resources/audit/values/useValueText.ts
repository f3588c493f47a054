import { useTranslate } from 'react-admin';
import { auditListOf } from '#schema/codes/labels/field-labels.ts';
import { type Right, rights } from '#schema/codes/rights.ts';
import { codeLabel, enumeration, useLang } from '../../../shared/codes/codes.ts';
import { useFormatInstant } from '../../../shared/display/days.ts';

/** Instants as JSON and as PostgreSQL write them. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** A stored value in the words of the screens; a value without a label is shown as it is. */
export function useValueText(entity: string): (field: string, value: unknown) => string {
  const translate = useTranslate();
  const lang = useLang();
  const format = useFormatInstant();
  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return translate(`resources.audit.diff.${value ? 'yes' : 'no'}`);
    if (Array.isArray(value))
      return enumeration(
        value.map((item) => text(field, item)),
        lang,
      );
    if (typeof value === 'object') return JSON.stringify(value, null, 1);
    if (typeof value !== 'string') return String(value);
    if (INSTANT.test(value)) return format(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
    if (field === 'outcome') return translate(`resources.audit.outcomes.${value}`, { _: value });
    if (field === 'rights') return rights[value as Right]?.[lang] ?? value;
    const list = auditListOf(entity, field);
    return list ? codeLabel(list, value, lang) : value;
  };
  return text;
}

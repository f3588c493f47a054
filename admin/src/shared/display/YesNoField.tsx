import { useFieldValue } from 'react-admin';
import { yesOrNo } from '#schema/codes/yes-no.ts';
import { useLang } from '../codes/codes.ts';
import { FieldText } from './FieldText.tsx';

/** Yes or no in words. */
export function YesNoField(props: { source: string }) {
  const lang = useLang();
  const value: unknown = useFieldValue(props);
  return <FieldText>{typeof value === 'boolean' ? yesOrNo(value, lang) : '—'}</FieldText>;
}

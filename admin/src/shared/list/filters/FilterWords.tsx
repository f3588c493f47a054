import {
  useGetOne,
  useGetRecordRepresentation,
  useResourceContext,
  useTranslate,
  useTranslateLabel,
} from 'react-admin';
import { usePeriodName } from '../../../resources/duties/periods.ts';
import { codeLabel, useEnumeration, useLang } from '../../codes/codes.ts';
import { useConsoleResources } from '../../resource/useConsoleResources.ts';
import type { FilterInput, FilterInputs } from './filter-inputs.ts';

function NameOf({ resource, id }: { resource: string; id: string }) {
  const { data, isPending } = useGetOne(resource, { id });
  const nameOf = useGetRecordRepresentation(resource);
  if (isPending) return '…';
  return data ? nameOf(data) : id;
}

const isRange = (value: unknown): value is { from?: string; to?: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function Value({ source, value, input }: { source: string; value: unknown; input?: FilterInput }) {
  const translate = useTranslate();
  const lang = useLang();
  const enumerate = useEnumeration();
  const periodName = usePeriodName();
  const referenced = useConsoleResources().find(({ referencedBy }) => referencedBy?.includes(source));
  if (referenced && typeof value === 'string') return <NameOf resource={referenced.name} id={value} />;
  if (source === 'period' && typeof value === 'string') return periodName(value);
  const choice = input?.choices?.find(({ id }) => id === value);
  if (choice) return translate(choice.name);
  if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
  if (isRange(value)) return `${value.from || '…'} – ${value.to || '…'}`;
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  const { list } = input ?? {};
  return enumerate(list ? texts.map((code) => codeLabel(list, code, lang)) : texts);
}

interface FilterWordsProps {
  source: string;
  value: unknown;
  inputs: FilterInputs;
}

/** One active filter in words: its label and its value. */
export function FilterWords({ source, value, inputs }: FilterWordsProps) {
  const translateLabel = useTranslateLabel();
  const resource = useResourceContext();
  const lang = useLang();
  const input = inputs[source];
  const label = source === 'search' ? 'bangfu.list.search' : input?.label;
  return (
    <>
      {translateLabel({ source, resource, label })}
      {lang === 'zh' ? '：' : ': '}
      <Value source={source} value={value} input={input} />
    </>
  );
}

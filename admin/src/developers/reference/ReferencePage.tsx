import { Box, LinearProgress, TextField, Typography } from '@mui/material';
import { useDeferredValue, useMemo, useState } from 'react';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { DeveloperTabs } from '../DeveloperTabs.tsx';
import { Prices } from '../graphiql/Prices.tsx';
import { SchemaFailed } from '../graphiql/SchemaFailed.tsx';
import { useApiSchema } from '../graphiql/useApiSchema.ts';
import { type Both, useText } from '../text.ts';
import { EntryCard } from './EntryCard.tsx';
import { ErrorCodes } from './ErrorCodes.tsx';
import { type Entry, entriesOf, type SectionKey, search } from './entries.ts';

const sections: readonly { key: SectionKey; title: Both }[] = [
  { key: 'queries', title: ['查询', 'Queries'] },
  { key: 'mutations', title: ['修改操作', 'Mutations'] },
  { key: 'objects', title: ['类型', 'Types'] },
  { key: 'inputs', title: ['输入', 'Inputs'] },
  { key: 'enums', title: ['枚举', 'Enums'] },
  { key: 'scalars', title: ['标量', 'Scalars'] },
];

interface FoundProps {
  entries: readonly Entry[];
  open: string | null;
  onToggle: (name: string) => void;
}

function Found({ entries, open, onToggle }: FoundProps) {
  const text = useText();
  return sections.map(({ key, title }) => {
    const own = entries.filter(({ section }) => section === key);
    if (own.length === 0) return null;
    return (
      <Box component="section" key={key} id={key} sx={{ mb: 3 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {text(title)} <small>({own.length})</small>
        </Typography>
        {own.map((entry) => (
          <EntryCard key={entry.name} entry={entry} isOpen={open === entry.name} onToggle={onToggle} />
        ))}
      </Box>
    );
  });
}

/**
 * The reference is built from introspection as the viewer, so it cannot be outdated and shows nothing to anonymous
 * users.
 */
export function ReferencePage() {
  const text = useText();
  const schema = useApiSchema();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState('');
  const open = params.get('type');
  const entries = useMemo(() => (schema.data ? entriesOf(schema.data) : []), [schema.data]);
  const wanted = useDeferredValue(typed);
  const found = search(entries, wanted);
  // A link to a type shows it even if the current search does not match it.
  const shown = open && !found.some(({ name }) => name === open) ? entries : found;
  const toggle = (name: string) => setParams(open === name ? {} : { type: name }, { replace: true });

  return (
    <Box sx={{ maxWidth: 900 }}>
      <DeveloperTabs value="/developers/reference" />
      <Title title={text(['接口参考', 'Reference'])} />
      <TextField
        type="search"
        label={text(['搜索类型、字段、说明、错误代码', 'Search types, fields, words, error codes'])}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {schema.data && text([`共 ${found.length} 项，字段说明为英文`, `${found.length} entries`])}
      </Typography>
      {schema.error && <SchemaFailed error={schema.error} retry={() => void schema.refetch()} />}
      {schema.isPending && <LinearProgress aria-label={text(['正在加载', 'Loading'])} />}
      <Found entries={shown} open={open} onToggle={toggle} />
      <Typography variant="h2" id="errors" sx={{ mb: 1 }}>
        {text(['错误代码', 'Error codes'])}
      </Typography>
      <ErrorCodes typed={wanted} />
      <Typography variant="h2" id="prices" sx={{ mt: 3, mb: 1 }}>
        {text(['价格规则', 'Price rules'])}
      </Typography>
      <Prices />
    </Box>
  );
}

import { Box, LinearProgress, Typography } from '@mui/material';
import { GraphiQL } from 'graphiql';
import { useCallback, useMemo, useState } from 'react';
import { Title, useGetIdentity } from 'react-admin';
import 'graphiql/style.css';
import './graphiql.css';
import { todayInCounty } from '../../shared/display/today.ts';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { DeveloperTabs } from '../DeveloperTabs.tsx';
import { exampleQueries, variablesOf } from '../queries.ts';
import { TokenInput } from '../start/TokenInput.tsx';
import { useLang, useText } from '../text.ts';
import { keepAccessible } from './accessible.ts';
import { ExamplePicker } from './ExamplePicker.tsx';
import { memory } from './memory.ts';
import { PriceOfAnswer } from './PriceOfAnswer.tsx';
import { SchemaFailed } from './SchemaFailed.tsx';
import { type Cost, type FreeDocument, sendDocument } from './send-document.ts';
import { useApiSchema } from './useApiSchema.ts';

const files = import.meta.glob<string>('../queries/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const textOf = (file: string): string => files[`../queries/${file}.graphql`] ?? '';

/** GraphiQL with examples; it asks as the person who is signed in and sees what they see. */
export function QueryPage() {
  const text = useText();
  const lang = useLang();
  const { identity } = useGetIdentity();
  const division = useOwnPlace() ?? null;
  const schema = useApiSchema();
  const [file, setFile] = useState(exampleQueries[0]?.file ?? '');
  const [cost, setCost] = useState<Cost | null>(null);
  const storage = useMemo(memory, []);
  const example = exampleQueries.find((one) => one.file === file);
  const variables = example ? variablesOf(example, { division, today: todayInCounty() }) : {};
  const roles: string[] = (identity?.grants ?? []).map(({ role }: { role: string }) => role);

  const accessible = useCallback((box: Element) => keepAccessible(box, lang), [lang]);
  const send = async (document: FreeDocument) => {
    const answer = await sendDocument(document);
    setCost(answer.extensions?.cost ?? null);
    return answer;
  };

  return (
    <>
      <DeveloperTabs value="/developers/graphiql" />
      <Title title={text(['在线查询', 'GraphiQL'])} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {text([
          '以您本人的身份查询真实数据，修改类操作会真的写入。内容只留在本页，关闭即清除。',
          'Asks as yourself, on real data: mutations really write. What you type stays in this page and is gone when you close it.',
        ])}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <ExamplePicker roles={roles} value={file} onPick={(picked) => setFile(picked.file)} />
        <TokenInput />
      </Box>
      <PriceOfAnswer cost={cost} />
      {schema.error && <SchemaFailed error={schema.error} retry={() => void schema.refetch()} />}
      {schema.isPending && <LinearProgress aria-label={text(['正在加载', 'Loading'])} />}
      {schema.data && identity && (
        <Box ref={accessible} className="bangfu-graphiql">
          <GraphiQL
            fetcher={send}
            schema={schema.data}
            query={textOf(file)}
            variables={JSON.stringify(variables, null, 2)}
            storage={storage}
            forcedTheme="light"
            isHeadersEditorEnabled={false}
            defaultEditorToolsVisibility="variables"
          >
            <GraphiQL.Logo> </GraphiQL.Logo>
          </GraphiQL>
        </Box>
      )}
    </>
  );
}

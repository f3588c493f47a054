import { Tab, Tabs } from '@mui/material';
import { Link } from 'react-router-dom';
import { type Both, useText } from './text.ts';

const pages = [
  { to: '/developers', label: ['五分钟上手', 'First query'] },
  { to: '/developers/graphiql', label: ['在线查询', 'GraphiQL'] },
  { to: '/developers/reference', label: ['接口参考', 'Reference'] },
  { to: '/developers/versions', label: ['版本规则', 'Versions'] },
] as const satisfies readonly { to: string; label: Both }[];

export type DeveloperPath = (typeof pages)[number]['to'];

/** Links that look like tabs: each is a page of its own with its own address. */
export function DeveloperTabs({ value }: { value: DeveloperPath }) {
  const text = useText();
  return (
    <Tabs
      component="nav"
      value={value}
      variant="scrollable"
      aria-label={text(['开发者页面', 'Pages for developers'])}
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
    >
      {pages.map(({ to, label }) => (
        <Tab key={to} component={Link} to={to} value={to} label={text(label)} />
      ))}
    </Tabs>
  );
}

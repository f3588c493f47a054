import { Box, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { DeveloperTabs } from './DeveloperTabs.tsx';
import { Marked } from './Marked.tsx';
import { useText } from './text.ts';
import { versionRules } from './versions.ts';

export function VersionsPage() {
  const text = useText();
  return (
    <Box sx={{ maxWidth: 900 }}>
      <DeveloperTabs value="/developers/versions" />
      <Title title={text(['版本规则', 'Versions'])} />
      {versionRules.map(({ title, words }) => (
        <Box component="section" key={title[1]} sx={{ mb: 2 }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>
            {text(title)}
          </Typography>
          <Typography>
            <Marked text={text(words)} />
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

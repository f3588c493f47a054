import { Box, Link as MuiLink, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { DeveloperTabs } from '../DeveloperTabs.tsx';
import { Marked } from '../Marked.tsx';
import { rightsToTry, steps } from '../steps.ts';
import { useText } from '../text.ts';
import { CodeBlock } from './CodeBlock.tsx';
import { type Language, languages, StepSection } from './StepSection.tsx';

const choices = Object.keys(languages) as Language[];

const settings = () =>
  [
    `export BANGFU_URL=${window.location.origin}`,
    'export BANGFU_TOKEN=bf_…',
    'export BANGFU_CLIENT_ID=ApiToken:…   # OAuth2',
  ].join('\n');

/** From no token to the first answer, and what every client of the API needs later. */
export function StartPage() {
  const text = useText();
  const [language, setLanguage] = useState<Language>('sh');
  return (
    <Box sx={{ maxWidth: 900 }}>
      <DeveloperTabs value="/developers" />
      <Title title={text(['五分钟上手', 'The first query in five minutes'])} />
      <Typography variant="h2" sx={{ mb: 1 }}>
        1. {text(['申请一个令牌', 'Make a token'])}
      </Typography>
      <Typography sx={{ mb: 1 }}>
        {text(['在', 'Under '])}
        <MuiLink component={Link} to="/tokens/create" underline="always">
          {text(['接口令牌', 'API tokens'])}
        </MuiLink>{' '}
        <Marked
          text={text([
            `新建（没有此菜单时，请本县专班代办）。试用以下示例需要：${rightsToTry.map((right) => `\`${right}\``).join('、')}。令牌只显示一次。`,
            `(ask your county desk if you do not have that menu). These examples need ${rightsToTry.map((right) => `\`${right}\``).join(', ')}. The token is shown once.`,
          ])}
        />
      </Typography>
      <CodeBlock code={settings()} label={text(['环境变量', 'Settings'])} />
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        value={language}
        aria-label={text(['示例语言', 'Language of the examples'])}
        onChange={(_event, chosen: Language | null) => chosen && setLanguage(chosen)}
        sx={{ mb: 2, bgcolor: 'background.paper' }}
      >
        {choices.map((one) => (
          <ToggleButton key={one} value={one} sx={{ textTransform: 'none' }}>
            {languages[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {steps.map((step, at) => (
        <StepSection key={step.file} step={step} number={at + 2} language={language} />
      ))}
    </Box>
  );
}

import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { curlExample, oauthExample } from './examples.ts';

function Code({ label, text }: { label: string; text: string }) {
  return (
    <Box component="figure" sx={{ m: 0, mt: 2 }}>
      <Typography component="figcaption" variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {label}
      </Typography>
      <Box
        component="pre"
        // Scrollable by keyboard.
        tabIndex={0}
        aria-label={label}
        sx={{
          m: 0,
          p: 1.5,
          overflow: 'auto',
          fontSize: 13,
          backgroundColor: '#e8edf1',
          borderRadius: 1,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        <code>{text}</code>
      </Box>
    </Box>
  );
}

/** How a program uses a token: directly, or exchanged for a short-lived one. */
export function TokenExample({ token, clientId }: { token: string; clientId: string }) {
  const translate = useTranslate();
  const { origin } = window.location;
  return (
    <>
      <Code label={translate('resources.tokens.curl')} text={curlExample(origin, token)} />
      <Code label={translate('resources.tokens.oauth')} text={oauthExample(origin, clientId, token)} />
    </>
  );
}

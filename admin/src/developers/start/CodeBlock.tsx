import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { copyText } from '../../shared/secret/copy.ts';
import { useText } from '../text.ts';

/** Code to copy; scrolls sideways in its own box, also by keyboard. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await copyText(code, null).catch(() => false));
  };
  return (
    <Box sx={{ position: 'relative', mb: 2 }}>
      <Button
        size="small"
        variant="outlined"
        aria-label={`${text(['复制', 'Copy'])} ${label}`}
        onClick={() => void copy()}
        sx={{ position: 'absolute', top: 6, right: 6, bgcolor: 'background.paper' }}
      >
        {copied ? text(['已复制', 'Copied']) : text(['复制', 'Copy'])}
      </Button>
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-label={label}
        sx={{
          m: 0,
          p: 2,
          pt: 5,
          overflowX: 'auto',
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          fontSize: 13,
          lineHeight: 1.6,
        }}
      >
        <code>{code}</code>
      </Box>
    </Box>
  );
}

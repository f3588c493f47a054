import ContentCopy from '@mui/icons-material/ContentCopy';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { copyText } from '../../../shared/secret/copy.ts';

const words = 'resources.session.secondFactor.recovery';

/** Shown once; they stay until closed by a button. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const translate = useTranslate();
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyByHand'>();
  const text = codes.join('\n');
  const copy = async () => {
    area.current?.select();
    const isCopied = await copyText(text, null);
    setOutcome(isCopied ? 'copied' : 'copyByHand');
  };
  return (
    <Box>
      <Typography variant="h3" component="h2">
        {translate(`${words}.heading`)}
      </Typography>
      <Alert severity="warning" sx={{ my: 1 }}>
        {translate('bangfu.secret.once')}
      </Alert>
      <Typography sx={{ mb: 1 }}>{translate(`${words}.lead`)}</Typography>
      <Box
        component="textarea"
        ref={area}
        readOnly
        spellCheck={false}
        rows={codes.length}
        value={text}
        aria-label={translate(`${words}.heading`)}
        sx={{
          ...{ width: '100%', resize: 'none', border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 },
          ...{ fontFamily: 'monospace', fontSize: '1rem', lineHeight: 1.7, color: 'text.primary' },
        }}
      />
      <Typography role="status" variant="body2" sx={{ color: 'success.main', minHeight: '1.5em' }}>
        {outcome && translate(`bangfu.secret.${outcome}`)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button variant="outlined" startIcon={<ContentCopy />} onClick={copy}>
          {translate('bangfu.secret.copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('bangfu.secret.close')}
        </Button>
      </Box>
    </Box>
  );
}

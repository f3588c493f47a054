import ContentCopy from '@mui/icons-material/ContentCopy';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { copyText } from './copy.ts';

interface SecretDialogProps {
  title: string;
  /** What it is and whom to give it to. */
  lead: string;
  label: string;
  secret: string;
  /** A note below it, such as how long it is valid. */
  note?: string;
  onClose: () => void;
  /** How to use it. */
  children?: ReactNode;
}

/** Shows a secret that the server returns only once: it closes by a button, never by a stray click. */
export function SecretDialog({ title, lead, label, secret, note, onClose, children }: SecretDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyByHand'>();
  const copy = async () => {
    input.current?.select();
    setOutcome((await copyText(secret, input.current)) ? 'copied' : 'copyByHand');
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent dividers>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('bangfu.secret.once')}
        </Alert>
        <Typography sx={{ mb: 1 }}>{lead}</Typography>
        <TextField
          label={label}
          value={secret}
          inputRef={input}
          onFocus={(event) => event.target.select()}
          slotProps={{ htmlInput: { readOnly: true, spellCheck: false, style: { fontFamily: 'monospace' } } }}
        />
        {note && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {note}
          </Typography>
        )}
        <Typography role="status" variant="body2" sx={{ color: 'success.main', minHeight: '1.5em', mt: 1 }}>
          {outcome && translate(`bangfu.secret.${outcome}`)}
        </Typography>
        {children}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('bangfu.secret.close')}</Button>
        <Button variant="contained" startIcon={<ContentCopy />} onClick={copy}>
          {translate('bangfu.secret.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

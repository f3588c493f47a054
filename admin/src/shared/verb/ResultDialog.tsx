import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface ResultDialogProps {
  title: string;
  onClose: () => void;
  /** What else can be done about it, left of closing it. */
  actions?: ReactNode;
  children: ReactNode;
}

/** What a verb did, item by item; it stays until it has been read, which a click beside it does not say. */
export function ResultDialog({ title, onClose, actions, children }: ResultDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const close = (_event: object, reason: 'backdropClick' | 'escapeKeyDown') => {
    if (reason !== 'backdropClick') onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="md" onClose={close} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(title)}</DialogTitle>
      <DialogContent dividers>{children}</DialogContent>
      <DialogActions>
        {actions}
        <Button variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface ResultDialogProps {
  title: string;
  onClose: () => void;
  /** Further buttons, left of the one that closes it. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The results of a verb, item by item; a button closes the dialog, not a click beside it. */
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

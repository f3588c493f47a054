import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';

interface LeaveDialogProps {
  onStay: () => void;
  /** Leaves and keeps the draft; undefined where none can be kept. */
  onKeep?: () => void;
  onDiscard: () => void;
}

export function LeaveDialog({ onStay, onKeep, onDiscard }: LeaveDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onStay} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('bangfu.draft.leave')}</DialogTitle>
      <DialogContent>
        <Typography>{translate(`bangfu.draft.${onKeep ? 'lead' : 'lost'}`)}</Typography>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button color="error" onClick={onDiscard}>
          {translate('bangfu.draft.discard')}
        </Button>
        {onKeep && <Button onClick={onKeep}>{translate('bangfu.draft.keep')}</Button>}
        <Button variant="contained" onClick={onStay}>
          {translate('bangfu.draft.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLang } from '../codes/codes.ts';
import { useFormatInstant } from '../display/days.ts';
import type { KeptDraft } from './drafts.ts';

interface RestoredProps {
  draft: KeptDraft;
  /** Version of the record as it is now. */
  version: number | undefined;
  onForget: () => void;
}

/** Says that the form holds a restored draft, and what must be entered again. */
export function Restored({ draft, version, onForget }: RestoredProps) {
  const translate = useTranslate();
  const format = useFormatInstant();
  const lang = useLang();
  // A record that can no longer be read cannot be compared.
  const isStale = draft.version !== undefined && version !== undefined && draft.version !== version;
  return (
    <Alert
      severity={isStale ? 'warning' : 'info'}
      role="status"
      sx={{ width: '100%', mb: 2 }}
      action={
        <Button color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }} onClick={onForget}>
          {translate('bangfu.draft.forget')}
        </Button>
      }
    >
      {[
        translate('bangfu.draft.restored', { at: format(draft.at) }),
        draft.isPartial && translate('bangfu.draft.partial'),
        isStale && translate('bangfu.draft.stale'),
      ]
        .filter(Boolean)
        .join(lang === 'zh' ? '' : ' ')}
    </Alert>
  );
}

import { Alert } from '@mui/material';
import { useLang } from '../codes/codes.ts';
import { ResultDialog } from './ResultDialog.tsx';

export interface Notice {
  code: string;
  zh: string;
  en: string;
}

/** Warnings of a successful mutation, such as a cadre above the county's limit. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const lang = useLang();
  return notices.map((notice) => (
    <Alert key={notice.code} severity="warning" sx={{ mb: 1 }}>
      {notice[lang]}
    </Alert>
  ));
}

interface NoticesDialogProps {
  title: string;
  notices: readonly Notice[];
  onClose: () => void;
}

export function NoticesDialog({ title, notices, onClose }: NoticesDialogProps) {
  return (
    <ResultDialog title={title} onClose={onClose}>
      <Notices notices={notices} />
    </ResultDialog>
  );
}

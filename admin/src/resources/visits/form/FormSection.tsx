import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface FormSectionProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** Related inputs under a heading that screen readers announce with each of them. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  const translate = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, mt: 2, p: 0, minWidth: 0, width: '100%' }}>
      <Typography component="legend" variant="h3" sx={{ p: 0, mb: 1 }}>
        {translate(title)}
      </Typography>
      {hint && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(hint)}
        </Typography>
      )}
      {children}
    </Box>
  );
}

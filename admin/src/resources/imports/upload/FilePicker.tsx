import UploadFile from '@mui/icons-material/UploadFile';
import { Alert, Box, Button, Typography } from '@mui/material';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ACCEPTED } from './upload.ts';

interface FilePickerProps {
  file: File | undefined;
  fault: string | undefined;
  disabled: boolean;
  onPick: (file: File) => void;
}

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A button that works for everybody, in an area that also takes dropped files. */
export function FilePicker({ file, fault, disabled, onPick }: FilePickerProps) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !disabled) onPick(dropped);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        border: '1px dashed',
        borderColor: isOver ? 'primary.main' : 'text.secondary',
        bgcolor: isOver ? 'primary.light' : undefined,
        borderRadius: 1,
        p: 2,
        mt: 1,
        textAlign: 'center',
      }}
    >
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          if (picked) onPick(picked);
          // Allows picking the same file again after it was corrected.
          event.target.value = '';
        }}
      />
      {file && (
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere', mb: 1 }}>
          {file.name} · {sizeText(file.size)}
        </Typography>
      )}
      <Button
        variant="outlined"
        startIcon={<UploadFile />}
        disabled={disabled}
        aria-describedby={hintId}
        onClick={() => input.current?.click()}
      >
        {translate(file ? 'resources.imports.chooseOther' : 'resources.imports.choose')}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {translate('resources.imports.dropHere')}
      </Typography>
      <Typography id={hintId} variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {translate('resources.imports.limits')}
      </Typography>
      {fault && (
        <Alert severity="error" sx={{ mt: 1, textAlign: 'left' }}>
          {translate(fault)}
        </Alert>
      )}
    </Box>
  );
}

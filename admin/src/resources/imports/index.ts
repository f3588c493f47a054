import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { mayImportSome } from '../../providers/account/rights.ts';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { importDocuments } from './imports.graphql.ts';
import { importMessages } from './imports.messages.ts';

export const importsResource = defineResource({
  name: 'imports',
  messages: importMessages,
  menu: { group: 'data', icon: UploadFileOutlined },
  rights: { read: 'import.run', write: 'import.run', isOpenTo: mayImportSome },
  documents: importDocuments,
  pages: {
    list: async () => (await import('./ImportList.tsx')).ImportList,
    show: async () => (await import('./batch/ImportShow.tsx')).ImportShow,
    create: async () => (await import('./upload/ImportCreate.tsx')).ImportCreate,
  },
  recordRepresentation: 'fileName',
  recordType: 'ImportBatch',
});

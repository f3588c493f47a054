import { defineLabels } from '#schema/codes/labels/define-labels.ts';

export const attachmentLabels = [
  defineLabels(
    'Attachment',
    {
      mediaType: ['文件类型', 'Type of file'],
      sha256: ['文件指纹', 'Fingerprint of the file'],
      uploadedAt: ['上传时间', 'Uploaded at'],
      capturedAt: ['拍摄时间', 'Taken at'],
      uploadedBy: ['上传人', 'Uploaded by'],
    },
    { title: ['照片', 'Photo'], isFollowed: true },
  ),
];

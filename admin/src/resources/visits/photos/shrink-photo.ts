const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const SMALL_ENOUGH = 500_000;

const jpegName = (name: string) => name.replace(/\.\w+$/, '').concat('.jpg');

/**
 * Photos are far larger than a screen and carry location and device in their metadata: both are removed. What the
 * browser cannot decode is uploaded as it is; the server decides.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size <= SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return blob && blob.size < file.size
      ? new File([blob], jpegName(file.name), { type: 'image/jpeg' })
      : file;
  } catch {
    return file;
  }
}

import { PICTURE } from '../../telling/picture.ts';

/** Gives a file to the browser to save. */
export const handOut = (name: string, file: Blob): void => {
  const at = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = at;
  anchor.download = name;
  anchor.click();
  // The download begins after this turn of the page's loop.
  setTimeout(() => URL.revokeObjectURL(at), 10_000);
};

/** The picture as PNG; undefined where the browser cannot draw it. */
export const pngOf = async (svg: string): Promise<Blob | undefined> => {
  const at = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = at;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = PICTURE.width;
    canvas.height = PICTURE.height;
    const pen = canvas.getContext('2d');
    if (pen === null) return undefined;
    pen.drawImage(image, 0, 0);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(at);
  }
};

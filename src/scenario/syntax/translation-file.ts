/** `vi.yaml`, `vi-sea.yaml`, `sea.vi.yaml` or any file in a folder `vi`: Vietnamese words, not items. */
export const isTranslation = (file: string): boolean => /(?:^|[/.])vi(?:-[\w-]+)?\.ya?ml$|(?:^|\/)vi\/[^/]+\.ya?ml$/.test(file);

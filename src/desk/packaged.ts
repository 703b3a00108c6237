/** What the page came as, which it says itself: at an address of its own, as one file, or within a course. */
export const packaged = ((said): 'page' | 'file' | 'course' => (said === 'file' || said === 'course' ? said : 'page'))(
  document.documentElement.dataset['package'],
);

/** Whether the page's address opens for others too. */
export const hasAddress = packaged === 'page' || (packaged === 'file' && location.protocol !== 'file:');

// Keeps one release of the game whole in the browser. FILES and RELEASE are put before this text by the build.
/* global FILES, RELEASE */
const PREFIX = 'bamboo-';
const OWN = PREFIX + RELEASE;

self.addEventListener('install', (event) => {
  // Not from the browser's own cache: what is kept must be what is published now. No taking over while tabs of another release live.
  const requests = FILES.map((file) => new Request(file, { cache: 'no-cache' }));
  event.waitUntil(caches.open(OWN).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
      // The release before this one stays, for a tab that was left open; older ones go.
      await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

const answer = async (request) => {
  const own = await caches.open(OWN);
  const page = request.mode === 'navigate' ? await own.match('index.html', { ignoreSearch: true }) : undefined;
  const known = page ?? (await own.match(request, { ignoreSearch: true })) ?? (await caches.match(request, { ignoreSearch: true }));
  return known ?? fetch(request);
};

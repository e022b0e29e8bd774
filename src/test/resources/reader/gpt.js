// Stands in for Google Publisher Tags: what the page's module uses of them, with answers that hang on the unit's name.
(() => {
  const ads = { privacy: null, safeFrame: false, enabled: false };
  const listeners = [];
  const slots = [];
  window.standIn = { ads, slots, destroyed: [] };

  const sizesHere = (slot) => slot.mapping.find(([[width]]) => window.innerWidth >= width)?.[1] ?? [];

  function answer(slot, isEmpty) {
    if (!isEmpty) {
      const [width, height] = sizesHere(slot)[0];
      const frame = document.createElement('iframe');
      Object.assign(frame, { width, height, title: '3rd party ad content', src: 'https://ads.example/creative.html' });
      frame.style.border = '0';
      frame.style.verticalAlign = 'bottom';
      document.getElementById(slot.id).append(frame);
    }
    listeners.forEach((listener) => listener({ slot: slot.own, isEmpty }));
  }

  function display(id) {
    const slot = slots.find((one) => one.id === id);
    slot.sizes = sizesHere(slot);
    slot.displayed = true;
    const [, how] = /(fill|empty|never)/.exec(slot.unit);
    if (how === 'fill') {
      setTimeout(() => answer(slot, false), 150);
    } else if (how === 'empty') {
      document.getElementById(id).append(Object.assign(document.createElement('iframe'), { title: 'nothing' }));
      setTimeout(() => answer(slot, true), 20);
    }
  }

  const pubads = {
    setForceSafeFrame: (on) => { ads.safeFrame = on; },
    setPrivacySettings: (settings) => { ads.privacy = settings; },
    addEventListener: (name, listener) => name === 'slotRenderEnded' && listeners.push(listener),
  };

  Object.assign(window.googletag, {
    pubads: () => pubads,
    enableServices: () => { ads.enabled = true; },
    sizeMapping: () => {
      const steps = [];
      const builder = { addSize: (window, sizes) => { steps.push([window, sizes]); return builder; }, build: () => steps };
      return builder;
    },
    defineSlot: (unit, all, id) => {
      const slot = { unit, all, id, targeting: {}, mapping: [] };
      slot.own = {
        addService: () => slot.own,
        defineSizeMapping: (mapping) => { slot.mapping = mapping; return slot.own; },
        setTargeting: (key, value) => { slot.targeting[key] = value; return slot.own; },
      };
      slots.push(slot);
      return slot.own;
    },
    display,
    destroySlots: (gone) => window.standIn.destroyed.push(...gone.map((own) => slots.find((slot) => slot.own === own).unit)),
  });
  const waiting = window.googletag.cmd;
  window.googletag.cmd = { push: (call) => call() };
  waiting.forEach((call) => call());
})();

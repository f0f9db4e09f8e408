// Moves the bar of a run that is being printed; when nothing more happens the page is fetched again.
for (const bar of document.querySelectorAll('progress[data-feed]')) {
  const feed = new EventSource(bar.dataset.feed);
  feed.onmessage = message => {
    const told = JSON.parse(message.data);
    bar.value = told.done;
    if (told.state !== 'WAITING' && told.state !== 'PRINTING') {
      feed.close();
      location.reload();
    }
  };
}

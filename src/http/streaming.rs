//! Bodies that are written while they are sent.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::web::Bytes;
use futures_util::Stream;
use tokio::sync::mpsc::{self, error::SendTimeoutError};

use crate::error::{Error, Result};

const CHUNK: usize = 64 * 1024;
/// How long a client may take nothing. An export holds a snapshot of the database open, which must
/// not be for ever.
const PATIENCE: Duration = Duration::from_mins(1);

/// A body that `write` fills from a thread of its own.
///
/// A slow client slows the writer. One that leaves ends it: the next write fails. If the writer
/// fails, the connection is cut short, so that part of a file is not taken for the whole.
pub fn written_by(
    write: impl FnOnce(&mut ChunkWriter) -> Result<()> + Send + 'static,
) -> impl Stream<Item = Result<Bytes>> {
    let (sender, mut receiver) = mpsc::channel(4);
    tokio::task::spawn_blocking(move || {
        let mut out = ChunkWriter { sender, chunk: Vec::with_capacity(CHUNK + 4096) };
        let written = write(&mut out)
            .and_then(|()| out.flush().map_err(|error| Error::Internal(error.into())));
        if let Err(error) = written {
            tracing::warn!(?error, "a body was cut short");
            // The client may have left; then there is nobody to tell.
            let _ = out.sender.blocking_send(Err(error));
        }
    });
    futures_util::stream::poll_fn(move |context| receiver.poll_recv(context))
}

/// Fails what is written after a moment: a reader who takes drop by drop would hold a snapshot of
/// the database open without end.
pub struct Until<W> {
    pub out: W,
    pub end: std::time::Instant,
    /// Set when nobody waits any more.
    pub left: Option<Arc<AtomicBool>>,
}

impl<W> Until<W> {
    pub const fn new(out: W, end: std::time::Instant) -> Self {
        Self { out, end, left: None }
    }

    fn goes_on(&self) -> io::Result<()> {
        if std::time::Instant::now() > self.end {
            return Err(io::ErrorKind::TimedOut.into());
        }
        match &self.left {
            Some(left) if left.load(Ordering::Relaxed) => Err(io::ErrorKind::BrokenPipe.into()),
            _ => Ok(()),
        }
    }
}

impl<W: Write> Write for Until<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.goes_on()?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.goes_on()?;
        self.out.flush()
    }
}

/// Sends what is written to it in chunks of even size.
pub struct ChunkWriter {
    sender: mpsc::Sender<Result<Bytes>>,
    chunk: Vec<u8>,
}

impl Write for ChunkWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.chunk.extend_from_slice(bytes);
        if self.chunk.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.chunk.is_empty() {
            return Ok(());
        }
        let full = std::mem::replace(&mut self.chunk, Vec::with_capacity(CHUNK + 4096));
        let sent = self.sender.send_timeout(Ok(full.into()), PATIENCE);
        tokio::runtime::Handle::current().block_on(sent).map_err(|error| match error {
            SendTimeoutError::Timeout(_) => io::Error::from(io::ErrorKind::TimedOut),
            SendTimeoutError::Closed(_) => io::Error::from(io::ErrorKind::BrokenPipe),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::StreamExt;

    #[actix_web::test]
    async fn a_client_that_leaves_ends_the_writer() {
        let (tell, ended) = std::sync::mpsc::channel();
        let mut body = Box::pin(written_by(move |out| {
            let stopped = loop {
                if let Err(error) = out.write_all(&[b'x'; 4096]) {
                    break error.kind();
                }
            };
            tell.send(stopped).map_err(|error| Error::Internal(error.into()))
        }));

        body.next().await;
        drop(body);

        let stopped = ended.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(stopped, io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn what_takes_too_long_is_ended() {
        let now = std::time::Instant::now();
        let mut out = Until::new(Vec::new(), now + Duration::from_mins(1));
        out.write_all(b"in time").unwrap();
        out.end = now.checked_sub(Duration::from_secs(1)).unwrap();
        assert_eq!(out.write_all(b"late").unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(out.out, b"in time");
        out.end = now + Duration::from_mins(1);
        out.left = Some(Arc::new(AtomicBool::new(true)));
        assert_eq!(out.write_all(b"for nobody").unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[actix_web::test]
    async fn a_writer_that_fails_ends_in_an_error_and_not_in_silence() {
        let body = written_by(|out| {
            let _ = out.write_all(b"half");
            Err(Error::Unavailable)
        });
        let sent: Vec<_> = body.collect().await;
        assert!(matches!(sent.last(), Some(Err(Error::Unavailable))));
    }
}

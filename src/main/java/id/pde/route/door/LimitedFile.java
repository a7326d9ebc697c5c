package id.pde.route.door;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes an answer into a file, and breaks off where it is too long. */
final class LimitedFile implements BodySubscriber<Long> {

  private final Path file;
  private final long limit;
  private final CompletableFuture<Long> size = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private @Nullable FileChannel channel;
  private long written;

  LimitedFile(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** There is more than the limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("the answer is too long");
    }
  }

  @Override
  public CompletionStage<Long> getBody() {
    return size;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    try {
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      given.request(Long.MAX_VALUE);
    } catch (IOException full) {
      fail(full);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> blocks) {
    FileChannel open = channel;
    if (open == null || size.isDone()) {
      return;
    }
    try {
      for (ByteBuffer block : blocks) {
        written += block.remaining();
        if (written > limit) {
          throw new TooLong();
        }
        while (block.hasRemaining()) {
          open.write(block);
        }
      }
    } catch (IOException failed) {
      fail(failed);
    }
  }

  private void fail(IOException failed) {
    if (subscription != null) {
      subscription.cancel();
    }
    close();
    size.completeExceptionally(failed);
  }

  @Override
  public void onError(Throwable broken) {
    close();
    size.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    close();
    size.complete(written);
  }

  private void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException full) {
        size.completeExceptionally(full);
      }
    }
  }
}

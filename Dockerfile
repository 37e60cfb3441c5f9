# Builds the jar, then an image that holds only what is needed to run it.
FROM debian:12-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven npm
WORKDIR /src
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true package

FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /nonexistent script \
 && install -d -o script /app /data
COPY --from=build /src/target/script-versioning.jar /app/
USER script

# Classes as they are after start and first pages, made from this jar by this Java: starts in half
# the time. The server stops by SIGTERM, as it does later.
RUN java -XX:ArchiveClassesAtExit=/app/script-versioning.jsa -XX:+UseSerialGC -Xms24m -Xmx256m \
      -jar /app/script-versioning.jar serve --demo --data /tmp/warm-up & \
    server=$! \
 && curl -sf --retry 60 --retry-delay 1 --retry-connrefused \
      http://127.0.0.1:8080/healthz http://127.0.0.1:8080/ \
      http://127.0.0.1:8080/scripts/why-bridges-hum \
      http://127.0.0.1:8080/scripts/why-bridges-hum/compare/3...7 > /dev/null \
 && kill $server && { wait $server || true; } \
 && test -s /app/script-versioning.jsa && rm -r /tmp/warm-up

ENV SCRIPT_VERSIONING_DATA=/data SCRIPT_VERSIONING_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD curl -sf -o /dev/null http://127.0.0.1:8080/healthz
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/script-versioning.jsa", "-XX:+UseSerialGC", "-Xms24m", \
            "-Xmx256m", "-jar", "/app/script-versioning.jar"]
CMD ["serve"]

# Two images from one build: `registry` (Apicurio Registry) and, last and thus by default, Vorsprung itself.

FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY schemas schemas
COPY http http
COPY ingest ingest
COPY processor processor
COPY app app
COPY .mvn .mvn
# Without tests and checks: those are the business of `mvn verify`.
RUN --mount=type=cache,target=/root/.m2 mvn -B -Dlauncher -Dmaven.test.skip=true package

# The registry that the demo runs, as a container of its own.
FROM eclipse-temurin:17.0.15_6-jre-jammy AS registry
RUN groupadd --system --gid 10001 registry \
    && useradd --system --uid 10001 --gid registry --home-dir /var/lib/registry --create-home registry
COPY --from=build /src/app/target/registry /opt/registry
USER registry
VOLUME /var/lib/registry
EXPOSE 8081
# WRITE_DELAY=0: with H2's default, schemas that were acknowledged are lost when the container is killed.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", \
    "-Dquarkus.http.host=0.0.0.0", "-Dquarkus.http.port=8081", "-Dquarkus.http.access-log.enabled=false", \
    "-Dapicurio.storage.kind=sql", "-Dapicurio.storage.sql.kind=h2", \
    "-Dapicurio.datasource.url=jdbc:h2:file:/var/lib/registry/storage;WRITE_DELAY=0", \
    "-Dapicurio.datasource.jdbc.initial-size=2", "-Dapicurio.datasource.jdbc.min-size=2", \
    "-jar", "/opt/registry/apicurio-registry-app-3.0.9-runner.jar"]

FROM eclipse-temurin:17.0.15_6-jre-jammy AS vorsprung
RUN groupadd --system --gid 10001 vorsprung \
    && useradd --system --uid 10001 --gid vorsprung --home-dir /var/lib/vorsprung --create-home vorsprung
COPY --from=build /src/app/target/lib /opt/vorsprung/lib
COPY --from=build /src/app/target/modules /opt/vorsprung/modules
COPY --from=build /src/app/target/vorsprung.jar /opt/vorsprung/vorsprung.jar
COPY LICENSE NOTICE /opt/vorsprung/
USER vorsprung
WORKDIR /var/lib/vorsprung
VOLUME /var/lib/vorsprung
# Avro reads generated classes only from packages it is told to trust. Further options: JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", \
    "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=vorsprung.event,vorsprung.signal,vorsprung.publication,vorsprung.state,java.lang,java.util,java.time", \
    "-Dlog4j2.shutdownHookEnabled=false", \
    "-cp", "/opt/vorsprung/lib/*:/opt/vorsprung/vorsprung.jar:/opt/vorsprung/modules/*", "vorsprung.app.Main"]
CMD ["--help"]
